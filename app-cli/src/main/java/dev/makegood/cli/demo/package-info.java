/**
 * The demo: a whole installation on one machine, with stand-ins for the services it calls, a story about it, and a
 * shop for a browser.
 *
 * <p>Start at {@link dev.makegood.cli.demo.Demo}. The stand-ins are those of the pipelines' and gateways' own tests;
 * the story and the shop call the API over HTTP, as a product does.
 */
@NullMarked
package dev.makegood.cli.demo;

import org.jspecify.annotations.NullMarked;
