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

package io.github.faultbook.autoconfigure.servlet;

import io.github.faultbook.autoconfigure.container.ClientDisconnections;
import io.github.faultbook.pipeline.CauseChain;

import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Recognizes failures that need no answer because the client has disconnected.
 */
final class DisconnectedClient {

	private DisconnectedClient() {
	}

	/**
	 * Return whether a request failed because the client has disconnected. Only the
	 * container can tell, as an exception of the application may have the same text.
	 * @param exception the exception
	 * @return whether the exception is the container's, or is the cause of a failure to
	 * read or write a body
	 */
	static boolean isReason(Throwable exception) {
		boolean body = exception instanceof HttpMessageNotReadableException
				|| exception instanceof HttpMessageNotWritableException;
		return body ? CauseChain.anyMatch(exception, DisconnectedClient::isContainers) : isContainers(exception);
	}

	private static boolean isContainers(Throwable exception) {
		return exception instanceof AsyncRequestNotUsableException || ClientDisconnections.isReportedBy(exception);
	}

}
