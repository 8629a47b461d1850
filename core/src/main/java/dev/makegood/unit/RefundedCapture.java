package dev.makegood.unit;

import dev.makegood.ledger.Credits;

/** A capture of which something was refunded. */
public record RefundedCapture(Credits captured, Credits refunded) {}
