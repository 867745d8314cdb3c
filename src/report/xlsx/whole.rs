//! Whole points in a formula. They follow
//! [`ScoreRange::whole_points`](crate::assess::ScoreRange::whole_points).

use crate::report::table::Role;

/// The name of the cell with the total number of parts.
pub(super) const WHOLE: &str = "kh_geheel";

/// Where sums are not exact, they may be this share of the whole too low or too high.
pub(super) const ERROR: &str = "/10^13";

/// Whole points or hundredths, from the sums in the same row of the table of levels.
pub(super) fn whole(role: Role, cell: impl Fn(Role) -> String) -> String {
    let (low, high) = (cell(Role::LowSum), cell(Role::HighSum));
    let down = |sum: &str| format!("MAX(SIGN({sum}),INT({sum}/{WHOLE}+1{ERROR}))");
    let formula = match role {
        Role::From => down(&low),
        // What is less than the whole is at most one point less.
        Role::To => {
            let is_all = format!("({high}>=100*{WHOLE}-{WHOLE}{ERROR})");
            format!("MAX({},MIN(-INT(1{ERROR}-{high}/{WHOLE}),99+{is_all}))", cell(Role::From))
        }
        Role::WithOwnWork => {
            let (from, to, own) = (cell(Role::From), cell(Role::To), cell(Role::OwnWorkSum));
            format!("IF({own}=0,{from},MEDIAN({from},{to},{}))", down(&format!("({low}+{own})")))
        }
        _ => {
            let known = cell(Role::KnownSum);
            let rounded = format!("INT((200*{known}+{WHOLE})/(2*{WHOLE}))");
            format!("MEDIAN(SIGN({known}),{rounded},100-({WHOLE}-{known}>{WHOLE}{ERROR}))")
        }
    };
    format!("=IF({WHOLE}=0,\"\",{formula})")
}
