"""On which line each category is at home: by the trade's heading or the catalogue's group, with exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stackaudit.model.catalogue import Category


_GROUPS = {
    "advertising": "advertising",
    "content": "content",
    "social": "social",
    "commerce": "commerce",
    "data": "customer-data",
    "management": "workplace",
    "business": "technology",
}

_TRADES = {
    "Mobile Marketing": "campaigns",
    "PR": "social",
    "Print": "campaigns",
    "Mobile Apps": "technology",
    "Interactive Content": "lead-to-order",
    "Email Marketing": "campaigns",
    "Optimization, Personalization & Testing": "analytics",
    "Marketing Automation & Campaign/Lead Management": "lead-to-order",
    "CRM": "lead-to-order",
    "ABM": "lead-to-order",
    "Events, Meetings & Webinars": "campaigns",
    "Advocacy, Loyalty & Referrals": "campaigns",
    "Conversational Marketing & Chat": "service",
    "Feedback & Chat": "service",
    "Customer Experience, Service & Success": "service",
    "Call Analytics & Management": "advertising",
    "Channel, Partner & Local Marketing": "lead-to-order",
    "Sales Automation, Enablement & Intelligence": "lead-to-order",
    "Affiliate Marketing & Management": "advertising",
    "Mobile & Web Analytics": "analytics",
    "DMP": "advertising",
    "Budgeting & Finance": "finance",
    "Vendor Analysis": "technology",
}

_EXCEPTIONS = {
    "lead-to-order": "e-signature contract-management clickwrap government-sales lead-scoring",
    "campaigns": "messaging-marketing link-management qr-codes notification-infrastructure",
    "advertising": """
        mobile-attribution app-store-optimization attribution marketing-mix-modeling ad-creative product-feed
        """,
    "content": """
        flipbooks page-builder accessibility accessibility-widgets page-speed digital-signage proofing
        website-feedback gis maps-api
        """,
    "analytics": """
        consent tag-management server-side-tagging event-collection marketing-analytics marketing-data-pipelines
        """,
    "commerce": """
        site-search recommendation-engine payments fraud-prevention order-management returns edi logistics shipping
        carriers fulfillment delivery-tracking shipment-visibility route-planning inventory-management
        warehouse-management supply-chain-planning
        """,
    "social": "employee-advocacy testimonials local-marketing local-seo business-profiles social-proof",
    "service": "telephony telecom-carriers field-service communications-api realtime-api",
    "customer-data": "subscription-analytics",
    "finance": """
        erp accounting bookkeeping-services billing accounts-receivable app-subscriptions revenue-recognition
        financial-close lease-accounting financial-reporting bank-data accounts-payable receipt-capture payouts expenses
        corporate-cards procurement procurement-intake strategic-sourcing supplier-management contingent-workforce tax
        corporate-tax tax-forms banking treasury equity travel travel-agency travel-suppliers saas-procurement
        """,
    "workplace": """
        identity authenticators identity-governance directory-service password-manager productivity-suite email-client
        office-apps pdf-tools enterprise-search ai-assistant device-management hr people-analytics org-charts
        hr-service-delivery payroll employer-of-record benefits benefits-administration compensation compensation-data
        pay-equity time-off leave-administration background-checks office-services legal legal-ai legal-research
        law-practice legal-operations legal-documents e-discovery entity-management board-portal data-room
        ip-management whistleblowing online-notary
        """,
}

_NAMED = {category: line for line, categories in _EXCEPTIONS.items() for category in categories.split()}


def home_of(category: Category) -> str:
    """The line, by the id of its purpose, on which systems of a category are at home."""
    return _NAMED.get(category.id) or _TRADES.get(category.trade) or _GROUPS[category.group]
