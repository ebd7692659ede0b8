"""Permissions, roles and the table between them."""

import pytest

from docgen.domain.access import LOCAL_USER, ROLE_PERMISSIONS, Permission, Role, User


@pytest.mark.parametrize(
    ("role", "permissions"),
    [
        (Role.READER, {Permission.READ}),
        (Role.DRAFTER, {Permission.READ, Permission.DRAFT}),
        (Role.ADMINISTRATOR, {Permission.READ, Permission.DRAFT, Permission.ADMINISTER}),
    ],
)
def test_a_user_may_what_the_role_holds(role, permissions):
    user = User("Phạm Thu Hà", role)
    assert {permission for permission in Permission if user.may(permission)} == permissions


def test_every_role_stands_in_the_table():
    assert set(ROLE_PERMISSIONS) == set(Role)


def test_whoever_sits_at_the_machine_may_everything():
    assert all(LOCAL_USER.may(permission) for permission in Permission)


def test_the_table_cannot_be_changed():
    with pytest.raises(TypeError):
        ROLE_PERMISSIONS[Role.READER] = frozenset(Permission)
