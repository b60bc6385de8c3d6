"""In which part of town each category stands: by the trade's heading or the catalogue's group, with exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.catalogue import Category
    from stackaudit.model.inventory import Subject

_GROUPS = {
    "advertising": "ad-ops",
    "content": "web-ops",
    "social": "social-ops",
    "commerce": "web-ops",
    "data": "data-ops",
    "management": "it",
    "business": "it",
}

_TRADES = {
    "Mobile Marketing": "mobility",
    "Mobile Apps": "mobility",
    "PR": "social-ops",
    "Print": "marketing-ops",
    "Video Marketing": "design",
    "Content Marketing": "design",
    "DAM, PIM & MRM": "design",
    "Email Marketing": "marketing-ops",
    "Marketing Automation & Campaign/Lead Management": "marketing-ops",
    "ABM": "marketing-ops",
    "Events, Meetings & Webinars": "marketing-ops",
    "Advocacy, Loyalty & Referrals": "marketing-ops",
    "CRM": "sales",
    "Conversational Marketing & Chat": "service",
    "Feedback & Chat": "service",
    "Customer Experience, Service & Success": "service",
    "Call Analytics & Management": "ad-ops",
    "Retail, Proximity & IoT Marketing": "sales",
    "Channel, Partner & Local Marketing": "sales",
    "Sales Automation, Enablement & Intelligence": "sales",
    "Affiliate Marketing & Management": "ad-ops",
    "Dashboards & Data Visualization": "bi",
    "Business/Customer Intelligence & Data Science": "bi",
    "DMP": "ad-ops",
    "Talent Management": "finance",
    "Budgeting & Finance": "finance",
}

_EXCEPTIONS = {
    "marketing-ops": """
        content-marketing content-syndication content-research mrm mobile-marketing sms-marketing messaging-marketing
        market-research audience-polling marketing-budgeting data-onboarding proofing
        marketing-compliance
        """,
    "design": "flipbooks email-design digital-signage",
    "web-ops": """
        website-translation pim product-data-exchange consent tag-management website-feedback captcha spam-filter
        cdn javascript-cdn dns-domains maps-api local-seo business-profiles chatbot-builder fonts
        image-delivery app-subscriptions gis bot-protection web-analytics content-analytics
        """,
    "social-ops": "testimonials employee-advocacy social-proof social-outreach social-selling",
    "mobility": "app-stores crash-reporting mobile-ci in-product-feedback foot-traffic guest-wifi",
    "sales": "e-signature contract-management clickwrap government-sales",
    "service": """
        telephony field-service telecom-carriers communications-api realtime-api notification-infrastructure status-page
        """,
    "it": "message-queue change-data-capture event-streaming",
    "data-ops": "user-research research-repository research-participants",
    "bi": "people-analytics engineering-analytics subscription-analytics",
    "finance": """
        erp accounting bookkeeping-services billing accounts-receivable revenue-recognition financial-close
        lease-accounting financial-reporting payments bank-data accounts-payable receipt-capture payouts expenses
        corporate-cards procurement procurement-intake strategic-sourcing supplier-management contingent-workforce tax
        corporate-tax tax-forms banking treasury equity travel travel-agency travel-suppliers order-management returns
        edi logistics shipping carriers fulfillment delivery-tracking shipment-visibility route-planning
        inventory-management warehouse-management supply-chain-planning fraud-prevention saas-procurement
        supplier-sustainability legal legal-ai legal-research law-practice legal-operations legal-documents e-discovery
        entity-management board-portal data-room ip-management brand-protection sanctions-screening trade-compliance
        whistleblowing hr org-charts hr-service-delivery payroll employer-of-record benefits benefits-administration
        compensation compensation-data pay-equity time-off leave-administration background-checks office-services
        shift-planning marketplace-tools
        """,
}
"""Categories that stand elsewhere than their heading; the back office, people and law included, is with finance."""

_NAMED = {category: place for place, categories in _EXCEPTIONS.items() for category in categories.split()}

_SIDES = {
    "marketing": "marketing-ops",
    "it": "it",
    "sales": "sales",
    "service": "service",
    "finance": "finance",
    "business": "finance",
}
"""Where a system stands of which nobody knows what it does: with those who decide about it."""


def neighbourhood_of(category: Category) -> str:
    """The part of town, a key of `NEIGHBOURHOODS`, in which systems of a category stand."""
    return _NAMED.get(category.id) or _TRADES.get(category.trade) or _GROUPS[category.group]


def neighbourhood_for(system: Subject, categories: Mapping[str, Category]) -> str:
    """The part of town of a system; without a category it goes by its owner's side, and without one to IT."""
    category = categories.get(str(system.facts.get("category")))
    if category is not None:
        return neighbourhood_of(category)
    return _SIDES.get(str(system.facts.get("owner.business_side")), "it")
