"""Web: who may open which address. An address that is not in the table is opened to nobody."""

from __future__ import annotations

from flask import Flask, current_app, request

from docgen.domain.access import Permission, User, require
from docgen.errors import Forbidden

READ, DRAFT, ADMINISTER = Permission.READ, Permission.DRAFT, Permission.ADMINISTER

# (method, address): what the user must be allowed to do; None for what says nothing of anybody.
ACCESS: dict[tuple[str, str], Permission | None] = {
    ("GET", "/static/<path:filename>"): None,
    ("GET", "/"): READ,
    ("GET", "/bat-dau"): ADMINISTER,
    ("POST", "/bat-dau"): ADMINISTER,
    ("GET", "/to-chuc/<int:id>"): ADMINISTER,
    ("POST", "/to-chuc/<int:id>"): ADMINISTER,
    ("POST", "/to-chuc/chon"): READ,
    ("POST", "/cuoc-hop"): DRAFT,
    ("GET", "/cuoc-hop/<int:id>"): READ,
    ("POST", "/cuoc-hop/<int:id>/van-ban"): DRAFT,
    ("POST", "/cuoc-hop/<int:id>/xoa"): DRAFT,
    ("POST", "/cuoc-hop/<int:id>/lay-lai"): DRAFT,
    ("POST", "/van-ban"): DRAFT,
    ("GET", "/van-ban/<int:id>"): DRAFT,
    ("POST", "/van-ban/<int:id>"): DRAFT,
    ("POST", "/van-ban/<int:id>/nhap"): DRAFT,
    ("POST", "/van-ban/<int:id>/tu-tep"): DRAFT,
    ("POST", "/van-ban/<int:id>/xoa"): DRAFT,
    ("POST", "/van-ban/<int:id>/lay-lai"): DRAFT,
    ("GET", "/van-ban/<int:id>/dieu-khoan"): DRAFT,
    ("POST", "/van-ban/<int:id>/dieu-khoan"): DRAFT,
    ("GET", "/van-ban/<int:id>/so-sanh"): READ,
    ("GET", "/van-ban/<int:id>/so-sanh/tai"): READ,
    ("GET", "/van-ban/<int:id>/tai/<int:number>"): READ,
    ("GET", "/van-ban/<int:id>/the-thuc/<int:number>"): READ,
    ("GET", "/the-thuc"): READ,
    ("POST", "/the-thuc"): READ,
    ("POST", "/the-thuc/sua"): READ,
    ("POST", "/the-thuc/ban-sua"): READ,
    ("POST", "/the-thuc/ghi-chu"): READ,
    ("GET", "/the-thuc/quy-tac"): READ,
}


def init_app(app: Flask) -> None:
    """Ask at the door, before any page."""
    app.before_request(refuse_unless_allowed)


def refuse_unless_allowed() -> None:
    """Raise `Forbidden` for an address outside the table, or for a user without its permission."""
    if request.url_rule is None:
        return  # No such address: the 404 comes by itself.
    method = "GET" if request.method == "HEAD" else request.method
    key = (method, request.url_rule.rule)
    if key not in ACCESS:
        raise Forbidden("Địa chỉ này chưa được mở cho ai.")
    permission = ACCESS[key]
    if permission is not None:
        require(current_user(), permission)


def current_user() -> User:
    """Who is at the door."""
    user: User = current_app.extensions["docgen_user"]
    return user
