package dev.makegood.payment;

/**
 * Where the customer pays.
 *
 * @param ref what the gateway calls it; stored, never cut out of the link
 * @param link the gateway's page, of any length
 */
public record Checkout(GatewayRef ref, String link) {}
