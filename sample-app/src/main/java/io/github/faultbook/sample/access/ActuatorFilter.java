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

import java.io.IOException;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code Filter} that restricts Actuator to the operator, except for the health of the
 * application. Interceptors cannot do this, as Spring MVC does not call them for the
 * endpoints of Actuator.
 */
class ActuatorFilter extends OncePerRequestFilter {

	private static final String HEALTH = "/actuator/health";

	private final ApiKeys keys;

	ActuatorFilter(ApiKeys keys) {
		this.keys = keys;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		// Unlike the request URI, this path is decoded and has no dots or parameters
		String path = request.getServletPath();
		return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.keys.partnerOf(request).operator()) {
			throw new ApiException(CommonError.PERMISSION_DENIED);
		}
		chain.doFilter(request, response);
	}

}
