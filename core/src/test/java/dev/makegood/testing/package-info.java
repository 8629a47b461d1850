/**
 * What tests stand on: a clock that tests advance, a pipeline that does what they say, ids from a
 * seed.
 *
 * <p>Start at {@link dev.makegood.testing.MakegoodFixture}: Makegood opened for a test. A storage
 * of your own is proved by extending {@link dev.makegood.StorageContract}.
 */
@NullMarked
package dev.makegood.testing;

import org.jspecify.annotations.NullMarked;
