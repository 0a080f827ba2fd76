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

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.sample.access.AccessProperties.ApiKey;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * The API keys and the partners that they stand for.
 */
class ApiKeys {

	private static final int MAX_LENGTH = 200;

	private final Map<String, Partner> partners;

	ApiKeys(List<ApiKey> keys) {
		this.partners = keys.stream()
			.collect(Collectors.toMap((key) -> "Bearer " + key.value(),
					(key) -> new Partner(key.partner(), key.operator())));
	}

	/**
	 * Return the partner that sends a request.
	 * @param request the request
	 * @return the partner
	 * @throws ApiException if the request has no valid key
	 */
	Partner partnerOf(HttpServletRequest request) {
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (authorization == null) {
			throw new ApiException(CommonError.AUTHENTICATION_REQUIRED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		if (authorization.length() > MAX_LENGTH) {
			throw new ApiException(CommonError.HEADERS_TOO_LARGE);
		}
		Partner partner = this.partners.get(authorization);
		if (partner == null) {
			throw new ApiException(CommonError.INVALID_TOKEN).header(HttpHeaders.WWW_AUTHENTICATE,
					"Bearer error=\"invalid_token\"");
		}
		return partner;
	}

}
