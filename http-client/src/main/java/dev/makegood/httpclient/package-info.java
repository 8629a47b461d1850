/**
 * Our side of other services' HTTP APIs: limited in time and size, one result for every accident of
 * a network, and no secret in any text.
 *
 * <p>Start at {@link dev.makegood.httpclient.JsonClient}. A service with a library of its own uses
 * only {@link dev.makegood.httpclient.BoundedBody} and {@link dev.makegood.httpclient.ErrorText};
 * one that is read as a stream, {@link dev.makegood.httpclient.BoundedInputStream}. Addresses in figures, of either side, are read by
 * {@link dev.makegood.httpclient.IpLiteral} and {@link dev.makegood.httpclient.IpRange}. What a status
 * means for a run or a payment is not here: the adapters decide that.
 */
@NullMarked
package dev.makegood.httpclient;

import org.jspecify.annotations.NullMarked;
