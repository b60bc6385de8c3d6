from __future__ import annotations

import pytest

from stackaudit.sources.evidence.sign_on.scopes import class_of, risk_of, scopes_in

GOOGLE = "https://www.googleapis.com/auth/"


@pytest.mark.parametrize(
    ("risk", "scopes"),
    [
        (
            "modify",
            """
            google:drive google:drive.file google:gmail.modify google:gmail.send google:gmail.compose google:calendar
            google:admin.directory.user google:cloud-platform google:spreadsheets google:youtube.upload google:contacts
            https://mail.google.com/ https://www.google.com/m8/feeds/
            Mail.ReadWrite Mail.Send Files.ReadWrite.All Directory.ReadWrite.All Directory.AccessAsUser.All
            RoleManagement.ReadWrite.Directory Sites.FullControl.All EWS.AccessAsUser.All full_access_as_app
            user_impersonation https://graph.microsoft.com/Mail.Send https://outlook.office.com/SMTP.Send
            chat:write files:write admin repo delete_repo crm.objects.contacts.write meeting:write:admin
            """,
        ),
        (
            "read-sensitive",
            """
            google:drive.readonly google:drive.metadata.readonly google:gmail.readonly google:gmail.metadata
            google:admin.directory.user.readonly google:contacts.readonly google:directory.readonly
            Mail.Read Mail.ReadBasic Files.Read.All Directory.Read.All User.Read.All User.ReadBasic.All Group.Read.All
            Calendars.Read Chat.Read RoleManagement.Read.All https://graph.microsoft.com/Contacts.Read
            users:read users:read.email channels:history files:read read:org
            """,
        ),
        (
            "read",
            """
            openid email profile offline_access User.Read identity.basic
            google:userinfo.email google:userinfo.profile
            """,
        ),
        (
            "",
            """
            google:analytics.readonly google:something.new Drive commands team:read Presence.Read nonsense
            https://graph.microsoft.com/.default https://example.com/scope
            """,
        ),
    ],
)
def test_a_permission_is_of_its_class(risk: str, scopes: str) -> None:
    written = [scope.replace("google:", GOOGLE) for scope in scopes.split()]

    assert {scope: class_of(scope) for scope in written} == dict.fromkeys(written, risk)


@pytest.mark.parametrize(
    ("scopes", "risk"),
    [
        ([], ""),
        (["openid", "email"], "read"),
        (["openid", "Mail.Read"], "read-sensitive"),
        (["Mail.Read", "Mail.Send", "nonsense"], "modify"),
        (["Mail.Read", "nonsense"], "read-sensitive"),
        (["openid", "nonsense"], ""),
    ],
)
def test_the_worst_class_counts_and_unknown_is_not_harmless(scopes: list[str], risk: str) -> None:
    assert risk_of(scopes) == risk


@pytest.mark.parametrize(
    ("value", "scopes"),
    [
        (" openid  Mail.Read ", ("openid", "Mail.Read")),
        ("a;b, c", ("a", "b", "c")),
        (["a", "a", 5, None, "b"], ("a", "b")),
        (7, ()),
        (None, ()),
        ("x" * 1_000, ("x" * 300,)),
    ],
)
def test_permissions_are_read_from_texts_and_lists(value: object, scopes: tuple[str, ...]) -> None:
    assert scopes_in(value) == scopes
