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
import java.util.Arrays;
import java.util.Map;

import io.github.faultbook.format.ReceivedError;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

/**
 * Turns error answers of other services into exceptions. It never throws an exception
 * itself, whatever the answer is. Use it for clients that Faultbook does not configure.
 */
public final class RemoteErrorDecoder {

	private final AnswerFormat format;

	private final Map<String, AnswerFormat> groups;

	private final Map<String, AnswerFormat> addresses;

	private final RemoteErrorTypes types;

	/**
	 * Create a decoder.
	 * @param format the format of all other services
	 * @param groups the formats by the name of a group of HTTP interfaces
	 * @param addresses the formats by the beginning of an address, without a slash at its
	 * end
	 * @param types the exceptions by code
	 */
	RemoteErrorDecoder(AnswerFormat format, Map<String, AnswerFormat> groups, Map<String, AnswerFormat> addresses,
			RemoteErrorTypes types) {
		this.format = format;
		this.groups = groups;
		this.addresses = addresses;
		this.types = types;
	}

	/**
	 * Decode an answer of the service that the address belongs to.
	 * @param method the method of the request
	 * @param uri the address of the request
	 * @param status the status of the response
	 * @param headers the headers of the response
	 * @param body the body, empty if there is none
	 * @return the exception to throw
	 */
	public RemoteErrorException decode(HttpMethod method, URI uri, HttpStatusCode status, HttpHeaders headers,
			byte[] body) {
		return decode(null, method, uri, status, headers, body);
	}

	RemoteErrorException decode(@Nullable String group, HttpMethod method, URI uri, HttpStatusCode status,
			HttpHeaders headers, byte[] body) {
		AnswerFormat known = (group != null) ? this.groups.get(group) : null;
		ReceivedError error = (body.length > 0 && body.length <= BodyBytes.MAX)
				? ((known != null) ? known : formatOf(uri)).read(BodyBytes.parseable(body, headers), headers) : null;
		byte[] kept = (body.length > BodyBytes.MAX) ? Arrays.copyOf(body, BodyBytes.MAX) : body;
		return this.types.create(new RemoteAnswer(method, uri, status, headers, kept, error));
	}

	private AnswerFormat formatOf(URI uri) {
		String address = uri.toString();
		String longest = "";
		for (String beginning : this.addresses.keySet()) {
			boolean matches = address.startsWith(beginning) && (address.length() == beginning.length()
					|| "/?#".indexOf(address.charAt(beginning.length())) >= 0);
			longest = (matches && beginning.length() > longest.length()) ? beginning : longest;
		}
		return this.addresses.getOrDefault(longest, this.format);
	}

}
