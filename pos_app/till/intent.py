"""What a charge of a sale will ask for: written down before the first byte leaves."""

from __future__ import annotations

from pos_app.domain.charge import ChargeOrder, Item
from pos_app.domain.method import Method
from pos_app.domain.payment import Payment
from pos_app.domain.sale import Sale, order_id
from pos_app.domain.store_text import filled
from pos_app.till.kit import Kit
from pos_app.till.shop import Shop


def intended(kit: Kit, sale: Sale, method: Method, attempt: int, customer_name: str = "") -> Payment:
    """A new payment of the sale's total, with an order id and an idempotency key of its own."""
    shop = kit.shop
    name = order_id(shop.store, sale, attempt, kit.chance.nonce())
    order = ChargeOrder(
        order_id=name,
        method=method,
        amount=sale.cart.total,
        items=tuple(Item(line.name, line.price, line.quantity, line.product_id) for line in sale.cart.lines),
        life=shop.life_of(method),
        message=_on_store_paper(shop.store_message, shop, sale),
        customer_name=customer_name,
        free_texts=tuple(_on_store_paper(text, shop, sale) for text in shop.store_free_texts),
    )
    return Payment(
        order_id=name,
        sale_id=sale.id,
        attempt=attempt,
        method=method,
        amount=sale.cart.total,
        created_at=kit.clock.now(),
        request=kit.gateway.compose(order),
        idempotency_key=kit.chance.key(),
        cashier=sale.cashier,
    )


def _on_store_paper(text: str, shop: Shop, sale: Sale) -> str:
    return filled(text, store=shop.store, till=shop.till, sale=sale.label)
