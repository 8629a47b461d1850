/**
 * The routes, a room for each who uses them: they translate requests into calls of core's desks, and answers back.
 *
 * <p>Start at {@link dev.makegood.http.routes.RouteTable}, the table of all. A room knows {@code shared} and no other.
 */
@NullMarked
package dev.makegood.http.routes;

import org.jspecify.annotations.NullMarked;
