/** What the fakes of remote services are built on: a server whose responses can go wrong in every way. */
package dev.makegood.httpclient.testing;
