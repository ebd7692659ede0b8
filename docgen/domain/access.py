"""Room domain: who may do what: permissions, roles, and the table between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from docgen.errors import Forbidden


class Permission(Enum):
    """One thing a user may be allowed to do."""

    READ = "read"
    DRAFT = "draft"
    ADMINISTER = "administer"


class Role(Enum):
    """What a user is in the office."""

    READER = "reader"
    DRAFTER = "drafter"
    ADMINISTRATOR = "administrator"


ROLE_PERMISSIONS: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.READER: frozenset({Permission.READ}),
        Role.DRAFTER: frozenset({Permission.READ, Permission.DRAFT}),
        Role.ADMINISTRATOR: frozenset(Permission),
    }
)


@dataclass(frozen=True)
class User:
    """Somebody at the door."""

    name: str
    role: Role

    def may(self, permission: Permission) -> bool:
        """Whether the user's role holds the permission."""
        return permission in ROLE_PERMISSIONS[self.role]


LOCAL_USER = User("Người dùng trên máy này", Role.ADMINISTRATOR)
"""Whoever sits at this machine: until accounts exist, the server listens to it alone."""

_ACTS: Mapping[Permission, str] = MappingProxyType(
    {
        Permission.READ: "xem văn bản",
        Permission.DRAFT: "soạn thảo văn bản",
        Permission.ADMINISTER: "thiết lập tổ chức",
    }
)


def require(user: User, permission: Permission) -> None:
    """Raise `Forbidden` unless the user holds the permission."""
    if not user.may(permission):
        raise Forbidden(
            f"{user.name} chưa được giao quyền {_ACTS[permission]}; hãy liên hệ người quản trị."
        )
