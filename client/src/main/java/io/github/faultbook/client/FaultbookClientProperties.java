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

package io.github.faultbook.client;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the clients of other services.
 *
 * @param enabled whether clients throw a RemoteErrorException when another service
 * answers with an error.
 * @param format the format of the errors of other services: a preset, a name under
 * 'faultbook.formats', or 'detect' to detect one of the presets.
 * @param services the services whose errors have another format, by the name of their
 * group of HTTP interfaces, or by any name if they have a base URL.
 * @param retryDelay the delay before the first retry if the answer asks for none. It
 * doubles with each retry, and a random part of up to half of it is left out.
 * @param maxRetryDelay the longest delay before a retry. If an answer asks for more, the
 * request is not sent again.
 * @param bodyTimeout the longest time to wait for the body of an error. What has arrived
 * until then is read. A client that blocks also needs a read timeout, which ends a pause.
 * @param relay whether to answer 502, 503 or 504 if a controller does not catch the
 * failure of a call of another service.
 */
@ConfigurationProperties("faultbook.client")
record FaultbookClientProperties(@DefaultValue("true") boolean enabled, @DefaultValue("detect") String format,
		@DefaultValue Map<String, Service> services, @DefaultValue("500ms") Duration retryDelay,
		@DefaultValue("30s") Duration maxRetryDelay, @DefaultValue("10s") Duration bodyTimeout,
		@DefaultValue("true") boolean relay) {

	/**
	 * A service.
	 *
	 * @param format the format of the errors of the service.
	 * @param baseUrl the beginning of the addresses of the service. Its format applies to
	 * all clients that call such an address.
	 * @param retries how often a request is sent again at most if the answer allows it.
	 */
	record Service(@DefaultValue("detect") String format, @Nullable String baseUrl, @DefaultValue("0") int retries) {
	}

}
