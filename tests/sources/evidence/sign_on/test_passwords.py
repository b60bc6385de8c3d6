from __future__ import annotations

import json

import pytest

from stackaudit.sources.evidence.reader import Content, Reading
from stackaudit.sources.evidence.sign_on import PASSWORDS
from stackaudit.sources.evidence.tables import read_tables

WARNING = "This file holds passwords: take it out of the repository, and of its history, and change what it gave away."
SECRETS = ("hunter2", "jo@example.com", "jo.example", "JBSWY3DP", "mother", "t0ken", "4711")


def table(text: str) -> Content:
    return Content("vault.csv", ".csv", text, read_tables("vault.csv", ".csv", text))


def content(value: object) -> Content:
    return Content("vault.json", ".json", json.dumps(value))


def kept(reading: Reading) -> str:
    return repr([trace._replace(entry=None) for trace in reading.traces]) + reading.document.text + repr(reading.notes)


CHROME = "name,url,username,password,note\nMiro,https://miro.com/login?t=t0ken,jo@example.com,hunter2,mother\n"
FIREFOX = (
    '"url","username","password","httpRealm","formActionOrigin","guid","timeCreated"\n'
    '"https://miro.com","jo.example","hunter2",,"https://miro.com","{4711}","1"\n'
)
SAFARI = (
    "Title,URL,Username,Password,Notes,OTPAuth\nmiro.com (jo.example),https://miro.com/,jo.example,hunter2,mother,\n"
)
LASTPASS = (
    "url,username,password,totp,extra,name,grouping,fav\n"
    "https://miro.com,jo@example.com,hunter2,JBSWY3DP,mother,Miro,Work,0\nhttp://sn,,,,mother,Visa 4711,,0\n"
)
KEEPASS = '"Account","Login Name","Password","Web Site","Comments"\n"Miro","jo.example","hunter2","https://miro.com","mother"\n'
KEEPASSXC = '"Group","Title","Username","Password","URL","Notes","TOTP"\n"Root","Miro","jo.example","hunter2","https://miro.com","mother","JBSWY3DP"\n'
BITWARDEN = (
    "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n"
    ",,login,Miro,mother,PIN: 4711,0,https://miro.com,jo@example.com,hunter2,JBSWY3DP\n,,note,Passport,4711,,0,,,,\n"
)
ONEPASSWORD = (
    "Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\n"
    'Miro,https://miro.com,jo@example.com,hunter2,otpauth://totp/x?secret=JBSWY3DP,false,false,,"mother\n4711"\n'
)
DASHLANE = (
    "username,username2,title,password,note,url,category,otpSecret\n"
    "jo.example,jo@example.com,Miro,hunter2,mother,miro.com,,JBSWY3DP\n"
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (CHROME, "Miro"),
        (FIREFOX, "miro.com"),
        (SAFARI, "miro.com"),
        (LASTPASS, "Miro"),
        (KEEPASS, "Miro"),
        (KEEPASSXC, "Miro"),
        (BITWARDEN, "Miro"),
        (ONEPASSWORD, "Miro"),
        (DASHLANE, "Miro"),
    ],
)
def test_of_a_table_only_names_and_hosts_are_kept(text: str, name: str) -> None:
    reading = PASSWORDS.read(table(text))

    assert PASSWORDS.claims(table(text))
    assert [(trace.kind, trace.text, trace.key, trace.place.line) for trace in reading.traces] == [
        ("listing", name, "miro.com", 2),
    ]
    assert reading.notes[0] == WARNING
    assert [secret for secret in SECRETS if secret in kept(reading)] == []


@pytest.mark.parametrize(
    "value",
    [
        {
            "encrypted": False,
            "folders": [{"id": "4711", "name": "Work"}],
            "items": [
                {
                    "type": 1,
                    "name": "Miro",
                    "notes": "mother",
                    "fields": [{"name": "PIN", "value": "4711"}],
                    "login": {
                        "uris": [{"uri": "https://miro.com/?t=t0ken"}],
                        "username": "jo@example.com",
                        "password": "hunter2",
                        "totp": "JBSWY3DP",
                    },
                },
                {"type": 2, "name": "Passport", "notes": "4711"},
            ],
        },
        [{"title": "Miro", "url": "https://miro.com", "username": "jo.example", "password": "hunter2"}],
        {
            "accounts": [
                {
                    "vaults": [
                        {
                            "items": [
                                {
                                    "overview": {"title": "Miro", "url": "https://miro.com", "subtitle": "jo.example"},
                                    "details": {"loginFields": [{"designation": "password", "value": "hunter2"}]},
                                    "password": "hunter2",
                                },
                            ],
                        },
                    ],
                },
            ],
        },
    ],
)
def test_of_json_only_names_and_hosts_are_kept(value: object) -> None:
    reading = PASSWORDS.read(content(value))

    assert PASSWORDS.claims(content(value))
    assert [(trace.kind, trace.text, trace.key) for trace in reading.traces] == [("listing", "Miro", "miro.com")]
    assert [secret for secret in SECRETS if secret in kept(reading)] == []


def test_a_title_that_is_somebodys_address_gives_way_to_the_host() -> None:
    text = "name,url,username,password\njo@example.com,https://miro.com,jo@example.com,hunter2\n"

    assert [trace.text for trace in PASSWORDS.read(table(text)).traces] == ["miro.com"]


def test_machines_of_ones_own_and_apps_of_telephones_have_no_host() -> None:
    text = (
        "name,url,username,password\n,http://192.168.0.1/,admin,hunter2\n,http://router/,admin,hunter2\n"
        ",android://aGFzaA==@com.miro.app/,jo,hunter2\n,https://[::1/,jo,hunter2\n"
    )

    reading = PASSWORDS.read(table(text))

    assert reading.traces == []
    assert reading.skipped == 4


def test_a_column_of_passwords_alone_is_claimed_so_that_nobody_quotes_it() -> None:
    reading = PASSWORDS.read(table("what,password\nMiro,hunter2\n"))

    assert PASSWORDS.claims(table("what,password\nMiro,hunter2\n"))
    assert (reading.traces, reading.document.text) == ([], "")
    assert reading.notes[0] == WARNING


def test_when_a_password_was_changed_is_no_password() -> None:
    assert not PASSWORDS.claims(table("App,Users,Password last changed\nMiro,3,2026-01-01\n"))


def test_an_export_without_passwords_is_read_without_a_warning() -> None:
    text = "Title,Website,Username\nBuffer,https://buffer.com/app,jo@example.com\nTeam,https://miro.com,jo\n"

    reading = PASSWORDS.read(table(text))

    assert PASSWORDS.claims(table(text))
    assert [(trace.kind, trace.text, trace.key) for trace in reading.traces] == [
        ("listing", "Buffer", "buffer.com"),
        ("listing", "Team", "miro.com"),
    ]
    assert reading.notes == ()
    assert "jo" not in kept(reading)


@pytest.mark.parametrize(
    "text",
    [
        "Name,URL,Users\nMiro,https://miro.com,14\n",
        "Name,Website,Email\nA company,no website,jo@example.com\n",
        "Name,URL\nMiro,https://miro.com\n",
    ],
)
def test_a_table_that_is_no_export_of_logins_is_left_to_others(text: str) -> None:
    assert not PASSWORDS.claims(table(text))
