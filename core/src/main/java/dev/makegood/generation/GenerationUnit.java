package dev.makegood.generation;

import dev.makegood.payment.PaymentUnit;
import dev.makegood.project.ProjectUnit;

/** The part of a unit of work that ties projects to their payments. */
public interface GenerationUnit extends ProjectUnit, PaymentUnit {

    GenerationStore generations();
}
