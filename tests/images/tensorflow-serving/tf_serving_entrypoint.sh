#!/bin/bash
exec /app/service --host=0.0.0.0 --port=8500 --rest_api_port=8501 "$@"
