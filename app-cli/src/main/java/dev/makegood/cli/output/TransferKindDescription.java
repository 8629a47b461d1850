package dev.makegood.cli.output;

import dev.makegood.ledger.TransferKind;

/** What a kind of transfer means for the available credits. */
public final class TransferKindDescription {

    private TransferKindDescription() {}

    public static String describe(TransferKind kind) {
        return switch (kind) {
            case GRANT -> "granted";
            case ADJUST_UP -> "adjusted up";
            case ADJUST_DOWN -> "adjusted down";
            case HOLD -> "held for work";
            case CAPTURE -> "captured";
            case RELEASE_REMAINDER -> "released, because the work cost less than was held";
            case RELEASE -> "released, because the work did not happen";
            case REFUND -> "refunded after they were captured";
            case EXPIRE -> "expired";
            case CLAW_BACK -> "clawed back, because their money went back";
            case INCUR_DEBT -> "became debt, because their money went back after they were spent";
            case CANCEL_DEBT -> "no longer debt, because their money came again";
            case REINSTATE_SETTLED, REINSTATE -> "reinstated, because their money came again";
            case SETTLE_DEBT -> "used to settle a debt";
        };
    }
}
