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

package io.github.faultbook.autoconfigure.container;

import java.io.IOException;

import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;

/**
 * Callback to end a partially sent response so that the client can tell, and so that the
 * container does not log the failure again. Containers with such a callback keep it in
 * the servlet context.
 */
@FunctionalInterface
public interface ResponseCut {

	/**
	 * The name of the attribute of the servlet context.
	 */
	String ATTRIBUTE = ResponseCut.class.getName();

	/**
	 * Throw an exception on which the container closes the connection. A container that
	 * refused further output before it sent anything sends the answer instead.
	 * @param failure why the request failed
	 * @param reply the answer that the application could not send
	 * @throws IOException for a container that closes the connection on it
	 * @throws ServletException for any other container
	 */
	void cut(Throwable failure, ErrorReply reply) throws IOException, ServletException;

	/**
	 * Return the cut of the container that runs an application.
	 * @param context the application
	 * @return the cut of the container, or one that works in any container
	 */
	static ResponseCut of(ServletContext context) {
		if (context.getAttribute(ATTRIBUTE) instanceof ResponseCut known) {
			return known;
		}
		return (failure, reply) -> {
			throw new ServletException("The request failed after a part of the response had been sent", failure);
		};
	}

}
