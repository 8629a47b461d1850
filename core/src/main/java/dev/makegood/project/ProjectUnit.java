package dev.makegood.project;

import dev.makegood.ledger.LedgerUnit;

/** The part of a unit of work that moves projects, and their credits with them. */
public interface ProjectUnit extends LedgerUnit {

    ProjectStore projects();
}
