import RecordSeal
