"""Reports for build servers, code hosts and the tools behind them, one file per format."""
