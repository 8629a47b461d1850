package dev.makegood;

import dev.makegood.access.AccessUnit;
import dev.makegood.customer.CustomerUnit;
import dev.makegood.generation.GenerationUnit;

/** Everything a unit of work can reach; each desk asks only for its part. */
public interface Unit extends CustomerUnit, GenerationUnit, AccessUnit {}
