package dev.makegood.customer;

/** The part of a unit of work that knows customers. */
public interface CustomerUnit {

    CustomerStore customers();
}
