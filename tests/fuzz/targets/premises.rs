#![no_main]
keuzehulp_fuzz::target!("premises");
