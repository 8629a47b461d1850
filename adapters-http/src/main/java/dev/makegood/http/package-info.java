/**
 * The HTTP API: translates requests into calls of core's desks, and their answers into responses.
 *
 * <p>Start at {@link dev.makegood.http.MakegoodHttp}. {@code routes} has the table of all routes, {@code server}
 * what every request passes before its route, {@code request} what a request says, {@code response} what is sent
 * back; each knows only those named after it. No rule of the business is decided here: that is core's.
 */
@NullMarked
package dev.makegood.http;

import org.jspecify.annotations.NullMarked;
