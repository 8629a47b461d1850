/**
 * Where a request came from, through any number of proxies.
 *
 * <p>Start at {@link dev.makegood.http.address.ClientAddresses}.
 */
@NullMarked
package dev.makegood.http.address;

import org.jspecify.annotations.NullMarked;
