"""Reading what says who signs in to what: lists of identity providers, grants, lists of apps, password managers."""

from stackaudit.sources.evidence.sign_on.app_lists import APP_LIST
from stackaudit.sources.evidence.sign_on.entra import ENTRA
from stackaudit.sources.evidence.sign_on.google import GOOGLE_TOKENS
from stackaudit.sources.evidence.sign_on.okta import OKTA
from stackaudit.sources.evidence.sign_on.passwords import PASSWORDS

__all__ = ["APP_LIST", "ENTRA", "GOOGLE_TOKENS", "OKTA", "PASSWORDS"]
