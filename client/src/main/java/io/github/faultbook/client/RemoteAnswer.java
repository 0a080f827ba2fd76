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

import java.net.URI;

import io.github.faultbook.format.ReceivedError;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

/**
 * The answer of another service that reports an error.
 *
 * @param method the method of the request
 * @param uri the address of the request
 * @param status the status of the response
 * @param headers the headers of the response
 * @param body the body, which is cut after 256 KB
 * @param error what the body says, or {@code null} if it could not be read
 */
public record RemoteAnswer(HttpMethod method, URI uri, HttpStatusCode status, HttpHeaders headers, byte[] body,
		@Nullable ReceivedError error) {
}
