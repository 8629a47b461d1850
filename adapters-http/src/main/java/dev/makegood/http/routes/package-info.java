/**
 * The routes, one class for each concept: they translate requests into calls of core's desks, and answers back.
 *
 * <p>Start at {@link dev.makegood.http.routes.RouteTable}, the table of all.
 */
@NullMarked
package dev.makegood.http.routes;

import org.jspecify.annotations.NullMarked;
