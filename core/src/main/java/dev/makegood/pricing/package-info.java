/**
 * What things cost: operations in credits, packs of credits and generations for a hostname in money.
 *
 * <p>Start at {@link dev.makegood.pricing.PriceList} for credits, at {@link dev.makegood.pricing.Calculating} for
 * hostnames. Prices are exact decimals until the end, and rounded up once; an order keeps the price it had. Who
 * takes the money is not here.
 */
@NullMarked
package dev.makegood.pricing;

import org.jspecify.annotations.NullMarked;
