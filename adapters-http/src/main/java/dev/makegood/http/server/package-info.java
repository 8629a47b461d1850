/**
 * The server, and what every request passes before its route: request filter, access log, keys, rate limits.
 *
 * <p>Start at {@link dev.makegood.http.server.Gate}. The routes themselves are in {@code routes}.
 */
@NullMarked
package dev.makegood.http.server;

import org.jspecify.annotations.NullMarked;
