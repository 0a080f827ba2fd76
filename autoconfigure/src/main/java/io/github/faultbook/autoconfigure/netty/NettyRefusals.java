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

package io.github.faultbook.autoconfigure.netty;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.container.ContainerRequests;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/**
 * Gives a body to the empty responses with which Reactor Netty refuses a request that the
 * codec cannot decode, and with which the adapter of Spring refuses a target that is not
 * a URI. There is one instance for each connection, which is used by its event loop only.
 */
final class NettyRefusals extends ChannelDuplexHandler {

	private final ErrorPipeline pipeline;

	private final ContainerRequests requests;

	private final Map<String, Object> attributes = new HashMap<>();

	private @Nullable HttpRequest request;

	private boolean undecodable;

	NettyRefusals(ErrorPipeline pipeline, ContainerRequests requests) {
		this.pipeline = pipeline;
		this.requests = requests;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
		if (message instanceof HttpRequest received) {
			this.request = received;
			this.undecodable = false;
		}
		if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
			// A chunk of the body may be malformed, too
			this.undecodable = true;
		}
		super.channelRead(context, message);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		HttpRequest refused = this.request;
		if (refused != null && message instanceof FullHttpResponse response && isRefusal(refused, response)) {
			super.write(context, answer(refused, response), promise);
			response.release();
			return;
		}
		super.write(context, message, promise);
		if (message instanceof LastHttpContent && !this.undecodable) {
			// An idle connection needs no memory
			this.request = null;
		}
	}

	private boolean isRefusal(HttpRequest request, FullHttpResponse response) {
		return response.status().code() >= 400 && !response.content().isReadable()
				&& (this.undecodable || !isUri(request.uri()));
	}

	private static boolean isUri(String target) {
		try {
			new URI(target);
			return true;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private FullHttpResponse answer(HttpRequest request, FullHttpResponse response) {
		this.attributes.clear();
		ErrorReply reply = this.pipeline.handle(response.status().code(), describe(request));
		FullHttpResponse answer = new DefaultFullHttpResponse(response.protocolVersion(),
				HttpResponseStatus.valueOf(reply.status()), Unpooled.wrappedBuffer(reply.body()), response.headers(),
				response.trailingHeaders());
		reply.headers().forEach((name, values) -> answer.headers().set(name, values));
		answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
		return answer;
	}

	private ErrorRequest describe(HttpRequest request) {
		// The codec has a placeholder for a request line that it cannot read
		boolean readable = !(request instanceof FullHttpRequest);
		return this.requests.describe(request, readable ? request.method().name() : null,
				readable ? pathOf(request.uri()) : null,
				(name) -> Collections.enumeration(List.copyOf(request.headers().getAll(name))),
				this.requests.reference(this.attributes::get, this.attributes::put));
	}

	private static String pathOf(String target) {
		int query = target.indexOf('?');
		return (query >= 0) ? target.substring(0, query) : target;
	}

}
