/**
 * What things cost: operations in credits, packs of credits and generations for a hostname in
 * money.
 *
 * <p>Start at {@link dev.makegood.pricing.PriceList} for credits, at
 * {@link dev.makegood.pricing.HostnamePricing} for hostnames. Prices are exact decimals until the
 * end, and rounded up once; an order keeps the price it had. Payments are not here.
 */
@NullMarked
package dev.makegood.pricing;

import org.jspecify.annotations.NullMarked;
