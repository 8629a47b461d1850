/**
 * What operations cost, in credits.
 *
 * <p>Start at {@link dev.makegood.pricing.PriceList}. Prices are exact decimals until the end; the price of an
 * order is whole credits and stays with it. Money is not here.
 */
@NullMarked
package dev.makegood.pricing;

import org.jspecify.annotations.NullMarked;
