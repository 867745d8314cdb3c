//! stub
pub mod text;
pub mod model;
pub mod assess;
pub mod load;
pub mod compare;
pub mod describe;
