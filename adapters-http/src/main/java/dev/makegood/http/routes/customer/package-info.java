/**
 * What a customer reads of his own, and what he does with one project.
 *
 * <p>Start at {@link dev.makegood.http.routes.customer.CustomerRoutes}.
 */
@NullMarked
package dev.makegood.http.routes.customer;

import org.jspecify.annotations.NullMarked;
