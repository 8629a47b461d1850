/**
 * The connections of clients: none may hold the server up by sending or reading slowly.
 *
 * <p>Start at {@link dev.makegood.http.connection.ClientConnections}.
 */
@NullMarked
package dev.makegood.http.connection;

import org.jspecify.annotations.NullMarked;
