/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.sample.access;

import java.time.Duration;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rejects requests during maintenance.
 */
class MaintenanceInterceptor implements HandlerInterceptor {

	private static final Duration RETRY_AFTER = Duration.ofMinutes(10);

	private final Maintenance maintenance;

	MaintenanceInterceptor(Maintenance maintenance) {
		this.maintenance = maintenance;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (this.maintenance.isOn()) {
			throw new ApiException(CommonError.SERVICE_UNAVAILABLE).retryAfter(RETRY_AFTER);
		}
		return true;
	}

}
