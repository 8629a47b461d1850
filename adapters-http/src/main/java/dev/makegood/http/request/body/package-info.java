/**
 * The bodies of requests, one record each, read from {@link dev.makegood.http.request.Fields}.
 *
 * <p>Start at {@link dev.makegood.http.request.body.GrantRequest}.
 */
@NullMarked
package dev.makegood.http.request.body;

import org.jspecify.annotations.NullMarked;
