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

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for access to the API.
 *
 * @param keys the API keys
 */
@ConfigurationProperties("billing.access")
record AccessProperties(List<ApiKey> keys) {

	/**
	 * An API key and its permissions.
	 *
	 * @param value the key, which the client sends as a bearer token
	 * @param partner the name of the partner
	 * @param operator whether the partner runs this API
	 * @param requestsPerMinute the number of requests that the partner may send per
	 * minute
	 */
	record ApiKey(String value, String partner, @DefaultValue("false") boolean operator,
			@DefaultValue("600") long requestsPerMinute) {

	}

}
