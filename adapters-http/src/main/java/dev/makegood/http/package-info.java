/**
 * The HTTP API: translates requests to the desks of core, and their answers back.
 *
 * <p>Start at {@link dev.makegood.http.MakegoodHttp}; what there is to call stands in {@code Routes}, one line a
 * route; what every request passes on its way stands in {@code Gate}. No rule of the business is decided here:
 * that is core's.
 */
@NullMarked
package dev.makegood.http;

import org.jspecify.annotations.NullMarked;
