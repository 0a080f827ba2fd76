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

package io.github.faultbook.autoconfigure.jetty;

import java.nio.ByteBuffer;
import java.util.List;

import io.github.faultbook.autoconfigure.container.ContainerRequests;
import io.github.faultbook.autoconfigure.container.SurvivingHeaders;
import io.github.faultbook.pipeline.CauseChain;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.ServletException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Replaces Jetty's error page.
 */
final class JettyErrorHandler extends ErrorHandler {

	/**
	 * The path that Jetty reports if it could not read the path of a request.
	 */
	private static final String UNREADABLE = "/badMessage";

	private final ErrorPipeline pipeline;

	private final ContainerRequests requests;

	JettyErrorHandler(ErrorPipeline pipeline, ContainerRequests requests) {
		this.pipeline = pipeline;
		this.requests = requests;
	}

	@Override
	public boolean errorPageForMethod(String method) {
		return true;
	}

	@Override
	protected void generateResponse(Request request, Response response, int code, @Nullable String message,
			@Nullable Throwable cause, Callback callback) {
		if (code < HttpStatus.BAD_REQUEST_400) {
			// The application may call sendError with a status that is not an error
			callback.succeeded();
			return;
		}
		// The superclass has a nested class with the same simple name
		io.github.faultbook.ErrorRequest failed = this.requests.describe(request, request.getMethod(),
				path(request.getHttpURI()), request.getHeaders()::getValues,
				this.requests.reference(request::getAttribute, request::setAttribute));
		// Jetty itself chose the status of an HTTP exception, and any status but 500
		boolean failure = cause != null && code == HttpStatus.INTERNAL_SERVER_ERROR_500
				&& !(cause instanceof HttpException);
		ErrorReply reply = failure ? this.pipeline.handle(CauseChain.unwrap(cause, ServletException.class), failed)
				: this.pipeline.handle(code, failed);
		response.setStatus(reply.status());
		for (String name : List.copyOf(response.getHeaders().getFieldNamesCollection())) {
			if (!SurvivingHeaders.survives(name, reply.status())) {
				response.getHeaders().remove(name);
			}
		}
		reply.headers().forEach((name, values) -> response.getHeaders().put(name, values));
		response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
		boolean head = HttpMethod.HEAD.is(request.getMethod());
		response.write(true, head ? null : ByteBuffer.wrap(reply.body()), callback);
	}

	private static @Nullable String path(@Nullable HttpURI uri) {
		return (uri != null && !UNREADABLE.equals(uri.getPath())) ? uri.getPath() : null;
	}

}
