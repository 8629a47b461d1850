/**
 * The demo: a whole installation on one machine, with stand-ins for the services it calls, a story about it, and a
 * shop for a browser.
 *
 * <p>Start at {@link dev.makegood.cli.demo.Demo}. The stand-ins are those of the pipelines' and gateways' own tests;
 * what is told or sold goes over HTTP, as with a product.
 */
@NullMarked
package dev.makegood.cli.demo;

import org.jspecify.annotations.NullMarked;
